using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using Tag = System.Collections.Generic.KeyValuePair<string, object?>;

namespace KubeBuilderNet.Metrics;

/// <summary>Listens to meters and keeps what they measure, to tell it to Prometheus.</summary>
/// <remarks>
/// Our own, because OpenTelemetry's exporter for Prometheus has no release that isn't a preview. Whoever prefers OpenTelemetry adds the
/// meter <c>KubeBuilderNet</c> there and leaves this off.
/// </remarks>
internal sealed class PrometheusCollector : IDisposable
{
    private readonly ConcurrentDictionary<Instrument, InstrumentSeries> _instruments = new();
    private readonly MeterListener _listener = new();
    private readonly ProcessMetrics _process = new();
    private readonly Lock _scrape = new();

    /// <summary>Listens from now on.</summary>
    /// <param name="meters">The meters' names.</param>
    /// <param name="scope">Whose meters they are; those that are nobody's count too.</param>
    internal PrometheusCollector(IEnumerable<string> meters, object? scope)
    {
        var names = meters.Append(ProcessMetrics.MeterName).ToHashSet(StringComparer.Ordinal);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            var meter = instrument.Meter;
            var isOurs = meter.Name == ProcessMetrics.MeterName ? _process.Owns(meter) : meter.Scope is null || ReferenceEquals(meter.Scope, scope);
            if (isOurs && names.Contains(meter.Name))
                listener.EnableMeasurementEvents(instrument, _instruments.GetOrAdd(instrument, static instrument => new InstrumentSeries(instrument)));
        };
        _listener.MeasurementsCompleted = (instrument, _) => _instruments.TryRemove(instrument, out InstrumentSeries? _);
        _listener.SetMeasurementEventCallback<byte>(static (_, value, tags, state) => Record(value, tags, state));
        _listener.SetMeasurementEventCallback<short>(static (_, value, tags, state) => Record(value, tags, state));
        _listener.SetMeasurementEventCallback<int>(static (_, value, tags, state) => Record(value, tags, state));
        _listener.SetMeasurementEventCallback<long>(static (_, value, tags, state) => Record(value, tags, state));
        _listener.SetMeasurementEventCallback<float>(static (_, value, tags, state) => Record(value, tags, state));
        _listener.SetMeasurementEventCallback<double>(static (_, value, tags, state) => Record(value, tags, state));
        _listener.SetMeasurementEventCallback<decimal>(static (_, value, tags, state) => Record((double)value, tags, state));
        _listener.Start();
    }

    public void Dispose()
    {
        _listener.Dispose();
        _process.Dispose();
    }

    /// <summary>All that was measured, in Prometheus' text format; names and labels are in their order.</summary>
    internal string Collect()
    {
        lock (_scrape)
        {
            foreach (var series in _instruments.Values)
            {
                if (series.Instrument.IsObservable)
                    series.Clear();
            }
            try
            {
                _listener.RecordObservableInstruments();
            }
            catch (AggregateException)
            {
                // An instrument that can't be observed is missing; the others were asked all the same.
            }
            var text = new StringBuilder(16 * 1024);
            foreach (var family in _instruments.Values.GroupBy(static series => series.Family.Name).OrderBy(static family => family.Key, StringComparer.Ordinal))
                Append(text, family);
            return text.ToString();
        }
    }

    // Instruments of one name and one type are one family; of another type they can't be told under the same name.
    private static void Append(StringBuilder text, IEnumerable<InstrumentSeries> instruments)
    {
        var all = instruments.OrderBy(static series => series.Instrument.Meter.Name, StringComparer.Ordinal).ToList();
        var family = all[0].Family;
        var samples = all.Where(series => series.Family.Type == family.Type)
            .SelectMany(static series => series.Snapshot().Select(sample => (Labels: PrometheusText.Labels(sample.Tags), sample.Series, series.Bounds)))
            .DistinctBy(static sample => sample.Labels)
            .OrderBy(static sample => sample.Labels, StringComparer.Ordinal).ToList();
        if (samples.Count == 0)
            return;
        PrometheusText.AppendHead(text, family);
        foreach (var (labels, series, bounds) in samples)
            PrometheusText.AppendSeries(text, family, bounds, labels, series);
    }

    private static void Record(double value, ReadOnlySpan<Tag> tags, object? state) => ((InstrumentSeries)state!).Record(value, tags);
}
