using k8s.Models;
using KubeBuilderNet.FencedOperator;

namespace KubeBuilderNet.IntegrationTests.LeaderElection;

public sealed class FenceTests
{
    [Theory]
    [InlineData("a begin, a end, a begin, b begin, b end", null)]
    [InlineData("a begin, b begin, a end", "two replicas at once: end 3 by a after begin 2 by b")]
    [InlineData("a begin, a end, b begin, b end, a begin", "two replicas at once: begin 5 by a after end 4 by b")]
    [InlineData("a begin, b end", "two replicas at once: end 2 by b after begin 1 by a")]
    [InlineData("a begin, a begin", "two at once in one replica: begin 2 by a after begin 1 by a")]
    public void Who_reconciles_while_another_does_is_found(string writes, string? breach) =>
        Assert.Equal(breach is null ? [] : [breach], Fence.Breaches([.. writes.Split(", ").Select(static (write, index) => Written(write, index + 1))]));

    [Fact]
    public void A_state_that_was_not_seen_is_missed() =>
        Assert.Equal(["not all was seen: end 3 by a after begin 1 by a"], Fence.Breaches([Written("a begin", 1), Written("a end", 3)]));

    private static V1ConfigMap Written(string write, int number) => new()
    {
        Data = new Dictionary<string, string>
        {
            [FencedReconciler.Writer] = write[..1],
            [FencedReconciler.Phase] = write[2..],
            [FencedReconciler.Number] = $"{number}",
        },
    };
}
