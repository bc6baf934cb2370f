using Microsoft.Extensions.Time.Testing;

namespace KubeBuilderNet.Runtime.Tests;

internal static class Eventually
{
    /// <summary>Lets other tasks run, and virtual time pass, until a condition holds; a real minute is the limit.</summary>
    internal static async Task True(Func<bool> condition, FakeTimeProvider? time = null, TimeSpan? step = null)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        while (!condition())
        {
            time?.Advance(step ?? TimeSpan.FromSeconds(2));
            await Task.Delay(1, limit.Token);
        }
    }
}
