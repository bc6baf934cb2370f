using System.Buffers;
using System.Globalization;

namespace KubeBuilderNet.Client.Json;

/// <summary>Durations in the form of Go's <c>time.Duration</c>: <c>1h30m0s</c>, <c>1.5s</c>, <c>250ms</c>, <c>-5m0s</c>.</summary>
/// <remarks>A tick of .NET is 100 ns: what is finer is cut off on reading.</remarks>
public static class GoDuration
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    private static readonly (string Unit, decimal Ticks)[] Units =
    [
        ("ns", 0.01m), ("us", 10), ("µs", 10), ("μs", 10), ("ms", TimeSpan.TicksPerMillisecond),
        ("s", TimeSpan.TicksPerSecond), ("m", TimeSpan.TicksPerMinute), ("h", TimeSpan.TicksPerHour),
    ];

    /// <summary>The duration as Go's <c>Duration.String</c> writes it.</summary>
    public static string Format(TimeSpan duration)
    {
        if (duration == TimeSpan.Zero)
            return "0s";
        var sign = duration < TimeSpan.Zero ? "-" : "";
        var ticks = decimal.Abs(duration.Ticks);
        if (ticks < TimeSpan.TicksPerSecond)
        {
            return sign + ticks switch
            {
                < 10 => Number(ticks * 100) + "ns",
                < TimeSpan.TicksPerMillisecond => Number(ticks / 10) + "µs",
                _ => Number(ticks / TimeSpan.TicksPerMillisecond) + "ms",
            };
        }
        var hours = decimal.Truncate(ticks / TimeSpan.TicksPerHour);
        var minutes = decimal.Truncate(ticks % TimeSpan.TicksPerHour / TimeSpan.TicksPerMinute);
        var seconds = Number(ticks % TimeSpan.TicksPerMinute / TimeSpan.TicksPerSecond) + "s";
        return (hours, minutes) switch
        {
            (0, 0) => sign + seconds,
            (0, _) => $"{sign}{minutes}m{seconds}",
            _ => $"{sign}{hours}h{minutes}m{seconds}",
        };
    }

    /// <summary>Reads what Go's <c>ParseDuration</c> reads.</summary>
    public static bool TryParse(string text, out TimeSpan duration)
    {
        ArgumentNullException.ThrowIfNull(text);
        duration = TimeSpan.Zero;
        var rest = text.AsSpan();
        var negative = rest.StartsWith("-");
        if (negative || rest.StartsWith("+"))
            rest = rest[1..];
        if (rest.IsEmpty)
            return false;
        if (rest is "0")
            return true;
        decimal ticks = 0;
        while (!rest.IsEmpty)
        {
            if (!TryTakeNumber(ref rest, out var number) || !TryTakeUnit(ref rest, out var unit))
                return false;
            ticks += number * unit;
            if (ticks > long.MaxValue)
                return false;
        }
        duration = TimeSpan.FromTicks((long)(negative ? -ticks : ticks));
        return true;
    }

    private static bool TryTakeNumber(ref ReadOnlySpan<char> rest, out decimal number)
    {
        var length = rest.IndexOfAnyExcept(Digits);
        if (length < 0)
            length = rest.Length;
        var taken = decimal.TryParse(rest[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
        rest = rest[length..];
        return taken;
    }

    private static bool TryTakeUnit(ref ReadOnlySpan<char> rest, out decimal ticks)
    {
        var end = rest.IndexOfAny(Digits);
        var name = end < 0 ? rest : rest[..end];
        rest = rest[name.Length..];
        foreach (var (unit, value) in Units)
        {
            ticks = value;
            if (name.SequenceEqual(unit))
                return true;
        }
        ticks = 0;
        return false;
    }

    private static string Number(decimal value) => value.ToString("0.#########", CultureInfo.InvariantCulture);
}
