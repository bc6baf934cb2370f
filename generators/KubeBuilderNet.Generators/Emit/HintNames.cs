using System.Globalization;

namespace KubeBuilderNet.Generators.Emit;

/// <summary>Names of generated files, which Roslyn compares without regard to case: <c>Widget</c> and <c>WIDGET</c> are one to it. It takes no <c>@</c>.</summary>
internal static class HintNames
{
    /// <summary>The items in ordinal order of their names, each name that was there before with a number after it.</summary>
    public static IEnumerable<T> MakeDistinct<T>(IEnumerable<T> items, Func<T, string> name, Func<T, string, T> rename)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in items.OrderBy(name, StringComparer.Ordinal))
        {
            var plain = name(item).Replace("@", "");
            var distinct = plain;
            for (var number = 2; !taken.Add(distinct); number++)
                distinct = plain + "-" + number.ToString(CultureInfo.InvariantCulture);
            yield return distinct == name(item) ? item : rename(item, distinct);
        }
    }
}
