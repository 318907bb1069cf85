using System.Globalization;
using Microsoft.AspNetCore.Http;
using Samkjop.Purchasing;
using Samkjop.Purchasing.Awards;

namespace Samkjop.Functions.Purchasing.Awards;

/// <summary>Which letters a request is about.</summary>
internal static class LetterDispatches
{
    /// <summary>Those that stand, or the earlier ones that <c>?dispatch=</c> names; null where there are none.</summary>
    public static LetterDispatch? Of(Lot lot, HttpRequest request)
    {
        var latest = lot.Letters ?? lot.EarlierAwards.LastOrDefault(earlier => earlier.Letters is not null)?.Letters;
        return request.Query.TryGetValue("dispatch", out var asked)
            ? int.TryParse(asked.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? lot.DispatchOf(number)
                : null
            : latest;
    }
}
