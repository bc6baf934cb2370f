using k8s.Models;
using KubeBuilderNet.Controllers;
using KubeBuilderNet.Queueing;
using KubeBuilderNet.Reconciling;

namespace KubeBuilderNet.Runtime.Tests.Controllers;

public sealed class EnqueueHandlerTests
{
    private readonly List<(string Name, int Priority)> _requests = [];
    private readonly EnqueueHandler<V1ConfigMap> _handler;

    public EnqueueHandlerTests() => _handler = new EnqueueHandler<V1ConfigMap>(
        static item => [new ReconcileRequest(ObjectKey.Of(item))], (request, priority) => _requests.Add((request.Name, priority)));

    [Fact]
    public void What_was_there_before_waits_behind_what_is_new()
    {
        _handler.OnAdded(Thing.Of("old"), isInInitialList: true);
        _handler.OnAdded(Thing.Of("new"), isInInitialList: false);
        Assert.Equal([("old", AddOptions.LowPriority), ("new", 0)], _requests);
    }

    [Fact]
    public void A_resync_waits_behind_a_change_and_a_delete()
    {
        _handler.OnUpdated(Thing.Of("same", 1), Thing.Of("same", 1));
        _handler.OnUpdated(Thing.Of("changed", 1), Thing.Of("changed", 2));
        _handler.OnDeleted(Thing.Of("gone"), finalStateUnknown: true);
        Assert.Equal([("same", -100), ("changed", 0), ("gone", 0)], _requests);
    }

    [Fact]
    public void An_object_that_points_elsewhere_now_asks_for_both()
    {
        _handler.OnUpdated(Thing.Of("then", 1), Thing.Of("now", 2));
        Assert.Equal([("now", 0), ("then", 0)], _requests);
    }
}
