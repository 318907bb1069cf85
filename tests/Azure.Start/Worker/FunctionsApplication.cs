namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Stands for the real worker's, so that the Azure app's Program.cs compiles and starts without it.</summary>
public class FunctionsApplication
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
