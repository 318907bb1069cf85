namespace Samkjop.Tests.DurableTask;
