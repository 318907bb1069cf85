namespace Samkjop;

/// <summary>A text that people of the municipality and suppliers read: Norwegian bokmål with English beside it.</summary>
/// <param name="No">Norwegian bokmål.</param>
/// <param name="En">English.</param>
public sealed record Text(string No, string En)
{
    public override string ToString() => $"{No} / {En}";
}
