using k8s.Models;
using KubeBuilderNet.Conditions;

namespace KubeBuilderNet.Runtime.Tests.Conditions;

public sealed class ConditionTests
{
    private readonly SteadyTime _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, 500, TimeSpan.Zero));
    private readonly List<V1Condition> _conditions = [];

    [Fact]
    public void The_transition_time_changes_only_with_the_status()
    {
        Assert.True(Set("False", "Starting"));
        var first = _conditions[0].LastTransitionTime;
        Assert.Equal(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), first);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(Set("False", "Pulling"));
        Assert.Equal((first, "Pulling"), (_conditions[0].LastTransitionTime, _conditions[0].Reason));
        Assert.False(Set("False", "Pulling"));
        Assert.True(Set("True", "Ready"));
        Assert.Equal(first.AddMinutes(1), _conditions[0].LastTransitionTime);
        Assert.True(_conditions.IsStatusConditionTrue("Available"));
        Assert.True(_conditions.RemoveStatusCondition("Available"));
        Assert.Empty(_conditions);
    }

    private bool Set(string status, string reason) =>
        _conditions.SetStatusCondition(new V1Condition { Type = "Available", Status = status, Reason = reason, Message = "" }, _time);
}
