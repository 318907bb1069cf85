using System.Globalization;
using System.Text;
using Azure.Core.Serialization;
using Microsoft.Azure.Functions.Worker;

namespace Samkjop.Embedded.Functions.Invocation;

/// <summary>Turns the text that a trigger brings into a parameter's type, in the worker's order: text as it is, Guid, dates, then JSON.</summary>
internal static class TextConversion
{
    /// <exception cref="FunctionInputConverterException">The text does not fit the type.</exception>
    public static object? Convert(string source, FunctionParameter parameter, ObjectSerializer serializer, string function)
    {
        var target = Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type;
        if (target.IsAssignableFrom(typeof(string)))
            return source;
        if (target == typeof(Guid) && Guid.TryParse(source, out var guid))
            return guid;
        if (target == typeof(DateTimeOffset) && DateTimeOffset.TryParse(source, CultureInfo.InvariantCulture, out var instant))
            return instant;
        if (target == typeof(DateTime) && DateTime.TryParse(source, CultureInfo.InvariantCulture, out var date))
            return date;

        var bytes = Encoding.UTF8.GetBytes(source);
        if (parameter.Type == typeof(byte[]))
            return bytes;
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            return serializer.Deserialize(stream, parameter.Type, CancellationToken.None);
        }
        catch (Exception error)
        {
            throw new FunctionInputConverterException(
                $"Error converting 1 input parameters for Function '{function}': Cannot convert input parameter '{parameter.Name}' to type "
                + $"'{parameter.Type.FullName}' from type 'System.String'. Error:{error.Message}",
                error);
        }
    }
}
