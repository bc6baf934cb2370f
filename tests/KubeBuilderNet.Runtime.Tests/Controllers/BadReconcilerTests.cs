using System.Collections.Concurrent;
using k8s.Models;
using KubeBuilderNet.Controllers;
using KubeBuilderNet.Reconciling;

namespace KubeBuilderNet.Runtime.Tests.Controllers;

/// <summary>A reconciler that is bad for one object harms no other, and goes on with that one when it is good again.</summary>
public sealed class BadReconcilerTests : IDisposable
{
    private const int Others = 10;
    private static readonly ReconcileRequest Bad = new("default", "bad");
    private readonly SteadyTime _time = new();
    private readonly MessageLog _log = new();
    private readonly ConcurrentDictionary<ReconcileRequest, int> _calls = new();
    private readonly ManualResetEventSlim _block = new();
    private readonly TaskCompletionSource<ReconcileResult> _hang = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isGood;
    private volatile Func<Task> _others = static () => Task.CompletedTask;

    public static TheoryData<string, int> Failing => Cases("throws", "throws late", "throws several", "returns no task", "cancels itself", "returns a cancelled task", "runs out of memory", "asks for another try");

    public static TheoryData<string, int> Stuck => Cases("hangs", "blocks its thread");

    public static TheoryData<string, int> Patient => Cases("asks for the longest wait", "asks for a very long wait");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Failing))]
    public Task A_reconcile_that_fails_harms_its_own_object_alone(string how, int workers) => Run(how, workers, async controller =>
    {
        await Eventually.True(() => Calls(Bad) > 3, _time);
        await OthersGoOnAsync(controller);
        _isGood = true;
        await Eventually.True(() => controller.Queue.NumRequeues(Bad) == 0, _time);
        var calls = Calls(Bad);
        _time.Advance(TimeSpan.FromDays(1));
        await OthersGoOnAsync(controller);
        Assert.Equal(calls, Calls(Bad));
    });

    [Theory]
    [MemberData(nameof(Stuck))]
    public Task A_reconcile_that_never_ends_harms_its_own_object_alone(string how, int workers) => Run(how, workers, async controller =>
    {
        await Eventually.True(() => Calls(Bad) == 1);
        controller.Enqueue(Bad);
        await OthersGoOnAsync(controller);
        await Eventually.True(() => Complaints > 0, _time);
        await OthersGoOnAsync(controller);
        Assert.Equal((1, 1), (Calls(Bad), Complaints));
        _isGood = true;
        Free();
        await Eventually.True(() => Calls(Bad) == 2, _time);
        await OthersGoOnAsync(controller);
    });

    [Theory]
    [MemberData(nameof(Patient))]
    public Task A_wait_that_never_ends_harms_its_own_object_alone(string how, int workers) => Run(how, workers, async controller =>
    {
        await Eventually.True(() => Calls(Bad) == 1);
        await OthersGoOnAsync(controller);
        _time.Advance(TimeSpan.FromDays(1));
        await OthersGoOnAsync(controller);
        Assert.Equal(1, Calls(Bad));
        controller.Enqueue(Bad);
        await Eventually.True(() => Calls(Bad) == 2, _time);
    });

    [Fact]
    public Task As_many_workers_as_wanted_work_however_many_were_lost_to_blocked_threads() => Run("blocks its thread", 2, async controller =>
    {
        await Eventually.True(() => Calls(Bad) == 1);
        await Eventually.True(() => Complaints > 0, _time);
        _isGood = true;
        Free();
        await Eventually.True(() => controller.Active == 0, _time);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _others = () => gate.Task;
        var going = OthersGoOnAsync(controller);
        await Eventually.True(() => controller.Active == 2);
        for (var turn = 0; turn < 20; turn++)
            await Task.Delay(1, Token);
        Assert.Equal((2, Others - 2), (controller.Active, controller.Queue.Count));
        gate.SetResult();
        await going;
    });

    public void Dispose()
    {
        Free();
        _block.Dispose();
    }

    private static TheoryData<string, int> Cases(params string[] ways)
    {
        var cases = new TheoryData<string, int>();
        foreach (var way in ways)
        {
            cases.Add(way, 1);
            cases.Add(way, 4);
        }
        return cases;
    }

    private Task<ReconcileResult> Misbehave(string how) => how switch
    {
        "throws" => throw new InvalidOperationException("mine"),
        "throws late" => Task.FromException<ReconcileResult>(new InvalidOperationException("mine")),
        "throws several" => throw new AggregateException(new InvalidOperationException("one"), new OperationCanceledException()),
        "returns no task" => default!,
        "cancels itself" => throw new OperationCanceledException(new CancellationToken(true)),
        "returns a cancelled task" => Task.FromCanceled<ReconcileResult>(new CancellationToken(true)),
        "runs out of memory" => throw new InsufficientMemoryException(),
        "asks for another try" => Task.FromResult(ReconcileResult.Requeue),
        "hangs" => _hang.Task,
        "blocks its thread" => Blocked(),
        "asks for the longest wait" => Task.FromResult(ReconcileResult.RequeueAfter(TimeSpan.MaxValue)),
        "asks for a very long wait" => Task.FromResult(ReconcileResult.RequeueAfter(TimeSpan.FromMilliseconds(int.MaxValue))),
        _ => throw new ArgumentOutOfRangeException(nameof(how)),
    };

    private Task<ReconcileResult> Blocked()
    {
        _block.Wait(CancellationToken.None);
        return Task.FromResult(ReconcileResult.Done);
    }

    private void Free()
    {
        _block.Set();
        _hang.TrySetResult(ReconcileResult.Done);
    }

    private int Complaints => _log.Messages.Count(static message => message.StartsWith("Error: The reconcile of default/bad took longer than 00:10:00", StringComparison.Ordinal));

    private int Calls(ReconcileRequest request) => _calls.GetValueOrDefault(request);

    private async Task OthersGoOnAsync(Controller<V1ConfigMap> controller)
    {
        var others = Enumerable.Range(0, Others).Select(static index => new ReconcileRequest("default", $"good-{index}")).ToArray();
        var before = others.Select(Calls).ToArray();
        foreach (var request in others)
            controller.Enqueue(request);
        await Eventually.True(() => others.Select(Calls).Zip(before).All(static calls => calls.First > calls.Second), _time);
    }

    private async Task Run(string how, int workers, Func<Controller<V1ConfigMap>, Task> test)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var reconciler = new Reconciler(request =>
        {
            _calls.AddOrUpdate(request, 1, static (_, calls) => calls + 1);
            return request == Bad && !_isGood ? Misbehave(how) : GoodAsync();
        });
        using var controller = new Controller<V1ConfigMap>("test", reconciler, new ControllerOptions { MaxConcurrentReconciles = workers }, _time, _log);
        controller.Enqueue(Bad);
        var running = Task.Run(() => controller.RunAsync(TimeSpan.FromSeconds(20), stop.Token), Token);
        await test(controller);
        await stop.CancelAsync();
        await Eventually.True(() => running.IsCompleted, _time);
        Assert.True(await running);
    }

    private async Task<ReconcileResult> GoodAsync()
    {
        await _others();
        return ReconcileResult.Done;
    }

    private sealed class Reconciler(Func<ReconcileRequest, Task<ReconcileResult>> reconcile) : IReconciler<V1ConfigMap>
    {
        public Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken) => reconcile(request);
    }
}
