using System.Collections.Concurrent;
using k8s.Models;
using KubeBuilderNet.Events;
using Microsoft.Extensions.Logging.Abstractions;

namespace KubeBuilderNet.Runtime.Tests.Events;

public sealed class EventRecorderTests : IDisposable
{
    private readonly SteadyTime _time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly MemoryClient _client = new();
    private readonly EventRecorder _recorder;

    public EventRecorderTests() => _recorder = new EventRecorder(_client, new EventSource("tests", "tests-1", _time), _time, NullLogger.Instance);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_says_what_happened_to_what()
    {
        _recorder.Warning(Thing.Of("a"), "Broken", "Mend", "It is broken", new V1Node { Metadata = new V1ObjectMeta { Name = "n" } });
        var recorded = Assert.Single(await EventsAsync(1));
        Assert.Equal(("Warning", "Broken", "Mend", "It is broken"), (recorded.Type, recorded.Reason, recorded.Action, recorded.Note));
        Assert.Equal(("v1", "ConfigMap", "default", "a", "uid-a"), (recorded.Regarding.ApiVersion, recorded.Regarding.Kind,
            recorded.Regarding.NamespaceProperty, recorded.Regarding.Name, recorded.Regarding.Uid));
        Assert.Equal(("v1", "Node", null, "n"), (recorded.Related.ApiVersion, recorded.Related.Kind, recorded.Related.NamespaceProperty, recorded.Related.Name));
        Assert.Equal(("tests", "tests-1", _time.GetUtcNow().UtcDateTime), (recorded.ReportingController, recorded.ReportingInstance, recorded.EventTime));
        Assert.Equal(("default", "a.1886caf21c963200"), (recorded.Metadata.NamespaceProperty, recorded.Metadata.Name));
    }

    [Fact]
    public async Task An_event_that_comes_again_is_one_series()
    {
        for (var round = 0; round < 5; round++)
            _recorder.Normal(Thing.Of("a"), "Scaled", "Scale", "Up");
        await SeriesAsync(2);
        _time.Advance(TimeSpan.FromMinutes(1));
        await SeriesAsync(5);
        _time.Advance(TimeSpan.FromMinutes(1));
        _recorder.Normal(Thing.Of("b"), "Scaled", "Scale", "Up");
        await EventsAsync(2);
        Assert.Equal(2, Requests("patch"));
    }

    [Fact]
    public async Task A_series_that_was_quiet_begins_anew()
    {
        _recorder.Normal(Thing.Of("a"), "Scaled", "Scale", "Up");
        await EventsAsync(1);
        for (var minute = 0; minute < 8; minute++)
            _time.Advance(TimeSpan.FromMinutes(1));
        _recorder.Normal(Thing.Of("a"), "Scaled", "Scale", "Up");
        Assert.All(await EventsAsync(2), static recorded => Assert.Null(recorded.Series));
    }

    [Fact]
    public async Task An_event_that_is_gone_is_made_again()
    {
        _recorder.Normal(Thing.Of("a"), "Scaled", "Scale", "Up");
        var first = Assert.Single(await EventsAsync(1));
        await _client.DeleteAsync<Eventsv1Event>(ObjectKey.Of(first), null, Token);
        _recorder.Normal(Thing.Of("a"), "Scaled", "Scale", "Up");
        _recorder.Normal(Thing.Of("a"), "Scaled", "Scale", "Up");
        _time.Advance(TimeSpan.FromMinutes(1));
        await EventsAsync(1);
    }

    [Fact]
    public async Task One_object_cannot_flood_the_server()
    {
        for (var index = 0; index < 40; index++)
            _recorder.Normal(Thing.Of("a"), "Counted", "Count", $"{index}");
        _recorder.Normal(Thing.Of("b"), "Counted", "Count", "1");
        await _recorder.DrainAsync(TimeSpan.FromHours(1));
        Assert.Equal(0, _time.Timers);
        Assert.Equal(26, (await EventsAsync(26)).Count);
    }

    [Fact]
    public async Task A_server_that_hangs_holds_nobody_up_and_the_queue_has_an_end()
    {
        _client.Delay = static (_, cancellationToken) => Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        for (var index = 0; index < 5000; index++)
            _recorder.Normal(Thing.Of($"x{index}"), "Counted", "Count", "one");
        var drained = _recorder.DrainAsync(TimeSpan.FromSeconds(2));
        await Eventually.True(() => drained.IsCompleted, _time);
        _recorder.Normal(Thing.Of("late"), "Counted", "Count", "one");
        Assert.Single(_client.Requests);
    }

    [Fact]
    public async Task A_passing_fault_is_tried_again_and_a_refusal_is_not()
    {
        var faults = new ConcurrentQueue<Exception>([new HttpRequestException("gone"), MemoryClient.Refusal("InternalError", 500), MemoryClient.Refusal("Forbidden", 403)]);
        _client.Fault = _ => faults.TryDequeue(out var fault) ? fault : null;
        _recorder.Normal(Thing.Of("a"), "Scaled", "Scale", "Up");
        await Eventually.True(() => faults.IsEmpty, _time);
        _recorder.Normal(Thing.Of("b"), "Scaled", "Scale", "Up");
        Assert.Equal("b", Assert.Single(await EventsAsync(1)).Regarding.Name);
    }

    [Fact]
    public async Task What_cannot_be_an_event_is_dropped_and_what_is_too_long_cut()
    {
        _recorder.Normal(new V1ConfigMap(), "NoName", "Look", "It has no name");
        _recorder.Normal(null!, "Nothing", "Look", "It is not there");
        _recorder.Normal(Thing.Of("a"), "", "Look", "There is no reason");
        _recorder.Normal(Thing.Of("a"), new string('r', 200), "Look", new string('€', 1000));
        var recorded = Assert.Single(await EventsAsync(1));
        Assert.Equal((128, 341), (recorded.Reason.Length, recorded.Note.Length));
    }

    [Fact]
    public async Task Of_a_cluster_scoped_object_with_an_odd_name_the_event_lies_in_default()
    {
        var role = new V1ClusterRole { Metadata = new V1ObjectMeta { Name = "system:Node" } };
        _recorder.Normal(role, "Seen", "Look", "There it is");
        var recorded = Assert.Single(await EventsAsync(1));
        Assert.Equal(("default", "system:Node"), (recorded.Metadata.NamespaceProperty, recorded.Regarding.Name));
        Assert.StartsWith("system-node.", recorded.Metadata.Name, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_wants_events_of_cluster_scoped_objects_in_kube_system_gets_them_there()
    {
        _client.Fault = static request => request.StartsWith("create Event default/", StringComparison.Ordinal) ? MemoryClient.Refusal("Invalid", 422) : null;
        foreach (var name in (string[])["a", "b"])
            _recorder.Normal(new V1Node { Metadata = new V1ObjectMeta { Name = name } }, "Seen", "Look", "There it is");
        Assert.All(await EventsAsync(2), static recorded => Assert.Equal("kube-system", recorded.Metadata.NamespaceProperty));
        Assert.Equal(3, Requests("create"));
    }

    public void Dispose() => _recorder.Dispose();

    private int Requests(string verb) => _client.Requests.Count(request => request.StartsWith(verb, StringComparison.Ordinal));

    private Task SeriesAsync(int count) => Eventually.True(() => _client.ListPageAsync<Eventsv1Event>().Result.Items is [{ Series: { } series }] && series.Count == count);

    private async Task<List<Eventsv1Event>> EventsAsync(int count)
    {
        List<Eventsv1Event> events = [];
        await Eventually.True(() => (events = [.. _client.ListPageAsync<Eventsv1Event>().Result.Items]).Count == count);
        return events;
    }
}
