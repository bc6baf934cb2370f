using k8s.Models;
using KubeBuilderNet.Permissions;
using KubeBuilderNet.Runtime.Tests.Managing;

namespace KubeBuilderNet.Runtime.Tests.Permissions;

[Collection(ExitCode.Collection)]
public sealed class ManagerPermissionTests
{
    private readonly SteadyTime _time = new();
    private readonly MemoryClient _client = new() { Created = Refuse };

    [Fact]
    public async Task A_program_that_wants_its_rights_ends_before_a_controller_runs()
    {
        using var host = Host(PermissionCheck.Fail);
        await host.StartAsync();
        await Eventually.True(() => host.State.Failure is not null);
        Environment.ExitCode = 0;
        Assert.StartsWith("The operator lacks rights that it needs: configs may not list configmaps in all namespaces.", host.State.Failure, StringComparison.Ordinal);
        Assert.Empty(host.Reconciled);
    }

    [Fact]
    public async Task What_others_than_controllers_need_is_asked_for_too()
    {
        using var host = new TestHost(_client, _time, static options => options.PermissionCheck = PermissionCheck.Fail,
            add: static builder => builder.Needs("Notifier", new PermissionRule("", "services", "list")));
        await host.StartAsync();
        await Eventually.True(() => host.State.Failure is not null);
        Environment.ExitCode = 0;
        Assert.StartsWith("The operator lacks rights that it needs: Notifier may not list services in all namespaces.", host.State.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Controllers_run_without_their_rights_where_that_is_only_warned_of()
    {
        using var host = Host(PermissionCheck.Warn);
        await host.StartAsync();
        await _client.CreateAsync(Thing.Of("a"), null, TestContext.Current.CancellationToken);
        await Eventually.True(() => host.Reconciled.Contains("a"), _time);
        await host.StopAsync();
    }

    [Fact]
    public async Task Caches_that_stay_empty_for_want_of_rights_say_which()
    {
        _client.Fault = static request => request.StartsWith("list", StringComparison.Ordinal) ? MemoryClient.Refusal("Forbidden", 403) : null;
        using var host = Host(PermissionCheck.Warn);
        await host.StartAsync();
        await Eventually.True(() => _client.Requests.Count(static request => request.StartsWith("create SelfSubjectAccessReview", StringComparison.Ordinal)) == 2);
        await Eventually.True(() => host.State.Failure is not null, _time);
        Environment.ExitCode = 0;
        Assert.StartsWith("The caches were not filled", host.State.Failure, StringComparison.Ordinal);
        Assert.Contains("configs may not list configmaps in all namespaces.", host.State.Failure, StringComparison.Ordinal);
    }

    private TestHost Host(PermissionCheck check) => new(_client, _time, options => options.PermissionCheck = check, controller: static controller => controller
        .WithOptions(static options => options.Name = "configs")
        .Needs(new PermissionRule("", "configmaps", "list")));

    private static V1SelfSubjectAccessReview? Refuse(object created)
    {
        if (created is not V1SelfSubjectAccessReview review)
            return null;
        review.Status = new V1SubjectAccessReviewStatus { Allowed = false };
        return review;
    }
}
