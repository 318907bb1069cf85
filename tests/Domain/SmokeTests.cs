namespace Samkjop.Tests.Domain;
