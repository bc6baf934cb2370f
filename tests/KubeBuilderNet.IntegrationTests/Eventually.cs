namespace KubeBuilderNet.IntegrationTests;

/// <summary>Waits for what a real server brings about in its own time.</summary>
internal static class Eventually
{
    internal static Task True(Func<bool> condition, int seconds = 60) => True(() => Task.FromResult(condition()), seconds);

    /// <summary>Asks until a condition holds; fails when the time is over.</summary>
    internal static async Task True(Func<Task<bool>> condition, int seconds = 60)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        while (!await condition())
            await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
    }
}
