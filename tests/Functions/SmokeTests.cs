namespace Samkjop.Tests.Functions;
