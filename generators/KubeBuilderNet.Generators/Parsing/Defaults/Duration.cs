using System.Globalization;
using System.Text;

namespace KubeBuilderNet.Generators.Parsing.Defaults;

/// <summary>Durations as Go and Kubernetes write them: <c>1h30m0s</c>.</summary>
internal static class Duration
{
    public static string Format(TimeSpan value)
    {
        if (value == TimeSpan.Zero)
            return "0s";
        var text = new StringBuilder(value < TimeSpan.Zero ? "-" : "");
        var rest = value.Duration();
        if (rest < TimeSpan.FromSeconds(1))
            return text.Append(Number(rest.Ticks / (decimal)TimeSpan.TicksPerMillisecond)).Append("ms").ToString();
        var hours = rest.Ticks / TimeSpan.TicksPerHour;
        if (hours > 0)
            text.Append(Number(hours)).Append('h');
        if (hours > 0 || rest.Minutes > 0)
            text.Append(Number(rest.Minutes)).Append('m');
        return text.Append(Number(rest.Ticks % TimeSpan.TicksPerMinute / (decimal)TimeSpan.TicksPerSecond)).Append('s').ToString();
    }

    private static string Number(decimal value) => value.ToString("0.#######", CultureInfo.InvariantCulture);
}
