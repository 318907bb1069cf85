namespace Samkjop.Tests.Architecture;
