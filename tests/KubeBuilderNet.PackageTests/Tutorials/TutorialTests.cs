using KubeBuilderNet.Testing;

namespace KubeBuilderNet.PackageTests.Tutorials;

/// <summary>Every tutorial does what it says, as written.</summary>
public sealed class TutorialTests(Packages packages)
{
    public static TheoryData<string> Names => [.. Directory.GetFiles(Checkout.PathOf("docs", "tutorials"), "*.md").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_can_be_followed_to_its_end(string name)
    {
        var steps = Tutorial.Read(await File.ReadAllTextAsync(Checkout.PathOf("docs", "tutorials", name), TestContext.Current.CancellationToken)).ToList();
        Assert.Contains(steps, step => step.NeedsCluster);
        await using var server = ApiServer.SkipReason is null
            ? await ApiServer.StartAsync(new ApiServerOptions { WithControllerManager = true }, TestContext.Current.CancellationToken)
            : null;
        using var run = new TutorialRun(packages, server);
        foreach (var step in steps.Where(step => server is not null || !step.NeedsCluster))
            await run.DoAsync(step);
        Assert.All(run.Logs, log => Assert.DoesNotContain("forbidden", log, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_block_of_unknown_meaning_is_refused_with_its_line()
    {
        var refusal = Assert.Throws<FormatException>(() => Tutorial.Read("Do:\n\n```sh rnu\nls\n```\n").ToList());
        Assert.StartsWith("line 3: ", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => Tutorial.Read("```sh run\nls\n").ToList());
    }

    [Fact]
    public void A_block_says_what_is_done_with_it()
    {
        var steps = Tutorial.Read("```sh\nls\n```\n```sh run cluster\nkbnet install\n```\n```csharp file=Api/V1/X.cs\nclass X;\n\n```\n").ToList();
        Assert.Equal([new(4, TutorialAction.Run, true, "", "kbnet install\n"), new(7, TutorialAction.Write, false, "Api/V1/X.cs", "class X;\n\n")], steps);
    }

    [Fact]
    public void Commands_are_read_as_a_shell_reads_them() =>
        Assert.Equal(["kubectl", "patch", "x", "-p", """{"spec": {"a": "#"}}""", ""], Tutorial.Words("""kubectl  patch x -p '{"spec": {"a": "#"}}' "" # of all"""));
}
