namespace Samkjop.Tests.Conformance;
