using System.Collections.Concurrent;
using k8s.Models;
using KubeBuilderNet.Client.Rest;
using KubeBuilderNet.Hosting;
using KubeBuilderNet.Permissions;
using KubeBuilderNet.Reconciling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KubeBuilderNet.IntegrationTests.Permissions;

/// <summary>What a service account may do is asked of a real server, with its real rules.</summary>
public sealed class PermissionTests(KubernetesFixture fixture) : IClassFixture<KubernetesFixture>
{
    private static readonly PermissionRule[] Needs =
    [
        new("", "configmaps", "list,watch,create") { Namespaces = "default" },
        new("", "configmaps/status", "patch") { Namespaces = "default" },
        new("", "secrets", "get") { ResourceNames = "mine,yours", Namespaces = "default" },
        new("", "nodes", "get,list") { IsClusterScoped = true },
        new("", "", "get") { Urls = "/metrics,/healthz" },
        new("coordination.k8s.io", "leases", "get") { Namespaces = PermissionScopes.Own },
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_operator_is_told_in_one_message_what_its_account_may_not_do()
    {
        var log = new WarningLog();
        using var host = Build(await AccountAsync("limited"), log);
        await host.StartAsync(Token);
        await Eventually.True(() => !log.Warnings.IsEmpty);
        Assert.Contains(
            ": configs may not create configmaps in default; patch configmaps/status in default; get secrets 'yours' in default; list nodes; get /metrics; "
            + "get leases.coordination.k8s.io in ops. ",
            Assert.Single(log.Warnings), StringComparison.Ordinal);
        await host.StopAsync(Token);
    }

    [Fact]
    public async Task An_administrator_is_told_nothing()
    {
        var log = new WarningLog();
        await fixture.Server.CreateClient().CreateAsync(new V1ConfigMap { Metadata = new V1ObjectMeta { Name = "seen", NamespaceProperty = "default" } }, cancellationToken: Token);
        using var host = Build(null, log, PermissionCheck.Fail);
        await host.StartAsync(Token);
        var seen = host.Services.GetRequiredService<Seen>();
        await Eventually.True(() => !seen.Keys.IsEmpty);
        Assert.Empty(log.Warnings);
        await host.StopAsync(Token);
    }

    private IHost Build(Impersonation? account, WarningLog log, PermissionCheck check = PermissionCheck.Warn)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(log);
        builder.Services.AddSingleton<Seen>();
        builder.Services
            .AddKubeBuilder(options =>
            {
                (options.KubeconfigPath, options.PermissionCheck, options.LeaderElection.Namespace) = (fixture.Server.KubeconfigPath, check, "ops");
                options.Client = options.Client with { Impersonate = account };
                options.Namespaces.Add("default");
            })
            .AddController<V1ConfigMap, Reconciler>(static controller => controller.WithOptions(static options => options.Name = "configs").Needs(Needs));
        return builder.Build();
    }

    private async Task<Impersonation> AccountAsync(string name)
    {
        var client = fixture.Server.CreateClient();
        await client.CreateAsync(new V1ServiceAccount { Metadata = new V1ObjectMeta { Name = name, NamespaceProperty = "default" } }, cancellationToken: Token);
        var subjects = new List<Rbacv1Subject> { new() { Kind = "ServiceAccount", Name = name, NamespaceProperty = "default" } };
        await client.CreateAsync(new V1Role
        {
            Metadata = new V1ObjectMeta { Name = name, NamespaceProperty = "default" },
            Rules =
            [
                new V1PolicyRule { ApiGroups = [""], Resources = ["configmaps"], Verbs = ["list", "watch"] },
                new V1PolicyRule { ApiGroups = [""], Resources = ["secrets"], ResourceNames = ["mine"], Verbs = ["get"] },
            ],
        }, cancellationToken: Token);
        await client.CreateAsync(new V1RoleBinding
        {
            Metadata = new V1ObjectMeta { Name = name, NamespaceProperty = "default" },
            RoleRef = new V1RoleRef { ApiGroup = "rbac.authorization.k8s.io", Kind = "Role", Name = name },
            Subjects = subjects,
        }, cancellationToken: Token);
        await client.CreateAsync(new V1ClusterRole
        {
            Metadata = new V1ObjectMeta { Name = name },
            Rules = [new V1PolicyRule { ApiGroups = [""], Resources = ["nodes"], Verbs = ["get"] }, new V1PolicyRule { NonResourceURLs = ["/healthz"], Verbs = ["get"] }],
        }, cancellationToken: Token);
        await client.CreateAsync(new V1ClusterRoleBinding
        {
            Metadata = new V1ObjectMeta { Name = name },
            RoleRef = new V1RoleRef { ApiGroup = "rbac.authorization.k8s.io", Kind = "ClusterRole", Name = name },
            Subjects = subjects,
        }, cancellationToken: Token);
        return new Impersonation($"system:serviceaccount:default:{name}");
    }

    private sealed class Seen
    {
        public ConcurrentBag<ObjectKey> Keys { get; } = [];
    }

    private sealed class Reconciler(Seen seen) : IReconciler<V1ConfigMap>
    {
        public Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken)
        {
            seen.Keys.Add(request.Key);
            return Task.FromResult(ReconcileResult.Done);
        }
    }

    private sealed class WarningLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Warnings { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                Warnings.Enqueue(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }
}
