using System.Diagnostics.Metrics;

namespace KubeBuilderNet.Metrics;

internal enum MetricType
{
    Gauge,
    Counter,
    Histogram,
}

/// <summary>An instrument as Prometheus sees it.</summary>
/// <param name="Name">Its name there: <c>dotnet.gc.heap.total_allocated</c> in <c>By</c> is <c>dotnet_gc_heap_total_allocated_bytes_total</c>.</param>
/// <param name="Help">What it is.</param>
/// <param name="Type">What its values mean.</param>
/// <param name="IsCumulative">Whether measurements are changes, to be summed up.</param>
internal sealed record MetricFamily(string Name, string Help, MetricType Type, bool IsCumulative)
{
    internal static MetricFamily Of(Instrument instrument)
    {
        var definition = instrument.GetType().GetGenericTypeDefinition();
        var type = definition == typeof(Histogram<>) ? MetricType.Histogram
            : definition == typeof(Counter<>) || definition == typeof(ObservableCounter<>) ? MetricType.Counter
            : MetricType.Gauge;
        var isCumulative = definition == typeof(Counter<>) || definition == typeof(UpDownCounter<>);
        return new MetricFamily(NameOf(instrument, type), instrument.Description ?? "", type, isCumulative);
    }

    // The rules by which OpenTelemetry's names become Prometheus' names.
    private static string NameOf(Instrument instrument, MetricType type)
    {
        var name = PrometheusText.Identifier(instrument.Name);
        var unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "ms" => "_milliseconds",
            "By" => "_bytes",
            "%" => "_percent",
            "1" when type == MetricType.Gauge => "_ratio",
            _ => "",
        };
        var isTotal = name.EndsWith("_total", StringComparison.Ordinal);
        if (isTotal)
            name = name[..^"_total".Length];
        if (!name.EndsWith(unit, StringComparison.Ordinal))
            name += unit;
        return isTotal || type == MetricType.Counter ? name + "_total" : name;
    }
}
