using System.Diagnostics.Metrics;
using Tag = System.Collections.Generic.KeyValuePair<string, object?>;

namespace KubeBuilderNet.Metrics;

/// <summary>What one instrument has measured, by its tags.</summary>
internal sealed class InstrumentSeries
{
    // As OpenTelemetry: tags with endless values must not eat the memory.
    private const int MaxSeries = 2000;
    private readonly Lock _gate = new();
    private readonly Dictionary<Tag[], Series> _series = new(new TagsComparer());

    internal InstrumentSeries(Instrument instrument)
    {
        Instrument = instrument;
        Family = MetricFamily.Of(instrument);
        Bounds = Family.Type != MetricType.Histogram ? [] : instrument switch
        {
            Instrument<double> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds],
            Instrument<long> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(static bound => (double)bound)],
            Instrument<int> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(static bound => (double)bound)],
            _ => Buckets.ReconcileSeconds,
        };
    }

    internal Instrument Instrument { get; }

    internal MetricFamily Family { get; }

    /// <summary>The buckets' upper bounds; empty unless it is a histogram.</summary>
    internal double[] Bounds { get; }

    internal void Record(double value, ReadOnlySpan<Tag> tags)
    {
        lock (_gate)
        {
            var lookup = _series.GetAlternateLookup<ReadOnlySpan<Tag>>();
            if (!lookup.TryGetValue(tags, out var series))
            {
                if (_series.Count >= MaxSeries)
                    return;
                lookup[tags] = series = new Series(Bounds.Length);
            }
            if (Family.Type == MetricType.Histogram)
                series.Observe(value, Bounds);
            else
                series.Value = Family.IsCumulative ? series.Value + value : value;
        }
    }

    /// <summary>Forgets what was observed: the instrument is about to be asked again.</summary>
    internal void Clear()
    {
        lock (_gate)
            _series.Clear();
    }

    internal List<(Tag[] Tags, Series Series)> Snapshot()
    {
        lock (_gate)
            return [.. _series.Select(static pair => (pair.Key, pair.Value.Copy()))];
    }

    internal sealed class Series(int buckets)
    {
        private long[] _counts = new long[buckets];

        /// <summary>The value, or of a histogram the sum.</summary>
        internal double Value;

        internal long Count { get; private set; }

        internal IReadOnlyList<long> Counts => _counts;

        internal void Observe(double value, double[] bounds)
        {
            Value += value;
            Count++;
            var bucket = Array.BinarySearch(bounds, value);
            if (bucket < 0)
                bucket = ~bucket;
            if (bucket < bounds.Length)
                _counts[bucket]++;
        }

        internal Series Copy()
        {
            var copy = (Series)MemberwiseClone();
            copy._counts = [.. _counts];
            return copy;
        }
    }
}
