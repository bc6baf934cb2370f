using System.Diagnostics.Metrics;
using KubeBuilderNet.Metrics;

namespace KubeBuilderNet.Runtime.Tests.Metrics;

public sealed class PrometheusCollectorTests : IDisposable
{
    private readonly Meter _meter = new("collector-tests-" + Guid.NewGuid());
    private readonly PrometheusCollector _collector;

    public PrometheusCollectorTests() => _collector = new PrometheusCollector([_meter.Name], null);

    [Fact]
    public void Counters_add_up_by_their_labels()
    {
        var counter = _meter.CreateCounter<long>("test.requests", "{request}", "Requests\nby code");
        counter.Add(1, new("code", 200), new("a.b", "x\"y\\\n"));
        counter.Add(2, new("code", 200), new("a.b", "x\"y\\\n"));
        counter.Add(5, new KeyValuePair<string, object?>("code", 404));
        counter.Add(7);
        Assert.Equal("""
            # HELP test_requests_total Requests\nby code
            # TYPE test_requests_total counter
            test_requests_total 7
            test_requests_total{a_b="x\"y\\\n",code="200"} 3
            test_requests_total{code="404"} 5

            """.ReplaceLineEndings("\n"), Text("test_"));
    }

    [Fact]
    public void Histograms_count_in_the_buckets_of_their_advice()
    {
        var histogram = _meter.CreateHistogram("test.time", "s", null, null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.5, 1] });
        foreach (var value in (double[])[0.25, 0.5, 0.75, 4])
            histogram.Record(value, new KeyValuePair<string, object?>("x", "y"));
        Assert.Equal("""
            # TYPE test_time_seconds histogram
            test_time_seconds_bucket{x="y",le="0.5"} 2
            test_time_seconds_bucket{x="y",le="1"} 3
            test_time_seconds_bucket{x="y",le="+Inf"} 4
            test_time_seconds_sum{x="y"} 5.5
            test_time_seconds_count{x="y"} 4

            """.ReplaceLineEndings("\n"), Text("test_"));
    }

    [Fact]
    public void What_is_observed_is_asked_anew_each_time()
    {
        List<Measurement<int>> values = [new(3, new KeyValuePair<string, object?>("q", "a")), new(4, new KeyValuePair<string, object?>("q", "b"))];
        _meter.CreateObservableGauge("test_depth", () => values);
        Assert.Contains("test_depth{q=\"b\"} 4\n", Text("test_"), StringComparison.Ordinal);
        values = [new(1, new KeyValuePair<string, object?>("q", "a"))];
        Assert.Equal("# TYPE test_depth gauge\ntest_depth{q=\"a\"} 1\n", Text("test_"));
    }

    [Fact]
    public void An_instrument_that_throws_hides_no_other()
    {
        _meter.CreateObservableGauge("test_a", static int () => throw new InvalidOperationException("mine"));
        _meter.CreateObservableGauge("test_b", static () => double.PositiveInfinity);
        Assert.Equal("# TYPE test_b gauge\ntest_b +Inf\n", Text("test_"));
    }

    [Fact]
    public void Values_go_up_and_down_and_are_set()
    {
        var active = _meter.CreateUpDownCounter<int>("test_active");
        active.Add(3);
        active.Add(-1);
        _meter.CreateGauge<double>("test_level", "%").Record(0.5);
        Assert.Equal("# TYPE test_active gauge\ntest_active 2\n# TYPE test_level_percent gauge\ntest_level_percent 0.5\n", Text("test_"));
    }

    [Fact]
    public void Other_meters_and_other_hosts_are_not_listened_to()
    {
        using var other = new Meter("other");
        using var ofAnotherHost = new Meter(new MeterOptions(_meter.Name) { Scope = new object() });
        var counters = (Counter<int>[])[other.CreateCounter<int>("test_other"), ofAnotherHost.CreateCounter<int>("test_scoped")];
        Assert.All(counters, static counter => Assert.False(counter.Enabled));
    }

    [Fact]
    public void Tags_without_end_do_not_eat_the_memory()
    {
        var counter = _meter.CreateCounter<int>("test_endless");
        for (var id = 0; id < 3000; id++)
            counter.Add(1, new KeyValuePair<string, object?>("id", id));
        Assert.Equal(2001, Text("test_").Count(static c => c == '\n'));
    }

    public void Dispose()
    {
        _collector.Dispose();
        _meter.Dispose();
    }

    private string Text(string prefix) => string.Concat(_collector.Collect().Split('\n')
        .Where(line => line.StartsWith(prefix, StringComparison.Ordinal) || (line.StartsWith('#') && line.Split(' ')[2].StartsWith(prefix, StringComparison.Ordinal)))
        .Select(static line => line + "\n"));
}
