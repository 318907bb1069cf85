namespace Samkjop.Tests.Host;
