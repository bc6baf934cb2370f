using System.Diagnostics.Metrics;
using k8s;
using k8s.Models;
using KubeBuilderNet.Client.Rest;
using KubeBuilderNet.Hosting;
using KubeBuilderNet.Managing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace KubeBuilderNet.Runtime.Tests.Managing;

public sealed class ManagerOptionsTests
{
    [Fact]
    public void Flags_of_the_command_line_are_options()
    {
        var options = Read(["--metrics-bind-address=:8443", "--metrics-secure=false", "--metrics-cert-path", "/certs", "--metrics-cert-name=a.crt",
            "--metrics-cert-key=a.key", "--health-probe-bind-address=127.0.0.1:9", "--leader-elect", "--leader-election-id=me.example.com",
            "--leader-election-namespace=ops", "--kube-api-qps=12.5", "--kube-api-burst", "30", "--WATCH_NAMESPACE=b, a"]);
        Assert.Equal((":8443", false, "/certs", "a.crt", "a.key"), (options.Metrics.BindAddress, options.Metrics.Secure,
            options.Metrics.CertificatePath, options.Metrics.CertificateName, options.Metrics.CertificateKey));
        Assert.Equal(("127.0.0.1:9", true, "me.example.com", "ops"), (options.HealthProbeBindAddress, options.LeaderElection.Enabled,
            options.LeaderElection.Id, options.LeaderElection.Namespace));
        Assert.Equal((12.5, 30), (options.Client.QueriesPerSecond, options.Client.Burst));
        Assert.Equal(["b", "a"], options.Namespaces);
    }

    [Fact]
    public void Without_flags_the_defaults_are_kubebuilders()
    {
        var options = Read([]);
        Assert.Equal(("0", true, null, "tls.crt", "tls.key"), (options.Metrics.BindAddress, options.Metrics.Secure,
            options.Metrics.CertificatePath, options.Metrics.CertificateName, options.Metrics.CertificateKey));
        Assert.Equal(("0", false, null, null), (options.HealthProbeBindAddress, options.LeaderElection.Enabled,
            options.LeaderElection.Id, options.LeaderElection.Namespace));
        Assert.Equal((null, 10), (options.Client.QueriesPerSecond, options.Client.Burst));
        Assert.Empty(options.Namespaces);
    }

    [Fact]
    public void In_a_pod_probes_are_served_without_a_flag()
    {
        Dictionary<string, string?> pod = new() { ["KUBERNETES_SERVICE_HOST"] = "10.0.0.1" };
        Assert.Equal(":8081", Read([], pod).HealthProbeBindAddress);
        Assert.Equal("0", Read(["--health-probe-bind-address=0"], pod).HealthProbeBindAddress);
    }

    [Fact]
    public void Reviews_have_the_plurals_that_KubernetesClient_leaves_out() =>
        Assert.Equal(("tokenreviews", "subjectaccessreviews"), (ResourceDefinition.Of<V1TokenReview>().Plural, ResourceDefinition.Of<V1SubjectAccessReview>().Plural));

    [Theory]
    [InlineData(true, "--leader-elect")]
    [InlineData(true, "--leader-elect", "--health-probe-bind-address=:8081")]
    [InlineData(true, "--leader-elect=T")]
    [InlineData(false, "--leader-elect", "--leader-elect=false")]
    [InlineData(false, "--leader-elect", "0")]
    [InlineData(false, "--leader-election-id=x")]
    public void A_switch_is_read_as_Go_reads_it(bool expected, params string[] arguments) =>
        Assert.Equal(expected, Read(arguments).LeaderElection.Enabled);

    [Fact]
    public void The_environment_spells_a_flag_in_upper_case_and_the_command_line_wins()
    {
        Dictionary<string, string?> environment = new() { ["LEADER_ELECT"] = "true", ["METRICS_BIND_ADDRESS"] = ":1", ["WATCH_NAMESPACE"] = "" };
        var options = Read(["--metrics-bind-address=:2"], environment);
        Assert.Equal((true, ":2"), (options.LeaderElection.Enabled, options.Metrics.BindAddress));
        Assert.Empty(options.Namespaces);
    }

    [Fact]
    public void What_code_sets_wins()
    {
        var options = Read(["--metrics-bind-address=:2", "--leader-elect", "--WATCH_NAMESPACE=a"], configure: options =>
        {
            options.Metrics.BindAddress = "0";
            options.LeaderElection.Enabled = false;
            options.Namespaces.Add("b");
        });
        Assert.Equal(("0", false), (options.Metrics.BindAddress, options.LeaderElection.Enabled));
        Assert.Equal(["b"], options.Namespaces);
    }

    [Theory]
    [InlineData("--metrics-bind-address (METRICS_BIND_ADDRESS): '8443' is no address: write ':8443', '127.0.0.1:8443' or '[::1]:8443', or '0' for none.", "--metrics-bind-address=8443")]
    [InlineData("--health-probe-bind-address (HEALTH_PROBE_BIND_ADDRESS): ':70000' is no address", "--health-probe-bind-address=:70000")]
    [InlineData("--health-probe-bind-address (HEALTH_PROBE_BIND_ADDRESS): 'example.com:80' is no address", "--health-probe-bind-address=example.com:80")]
    [InlineData("--leader-elect (LEADER_ELECT) must be true or false, not 'yes'.", "--leader-elect=yes")]
    [InlineData("--leader-election-id needs a value: write --leader-election-id=VALUE.", "--leader-election-id")]
    [InlineData("--leader-election-id (LEADER_ELECTION_ID): 'Mine' is no name that Kubernetes takes", "--leader-election-id=Mine")]
    [InlineData("--kube-api-qps (KUBE_API_QPS) must be a number, not 'many'.", "--kube-api-qps=many")]
    [InlineData("--kube-api-qps (KUBE_API_QPS), Client.QueriesPerSecond: it must be above zero, not -1;", "--kube-api-qps=-1")]
    [InlineData("--kube-api-burst (KUBE_API_BURST) must be a whole number, not '1.5'.", "--kube-api-burst=1.5")]
    [InlineData("--kube-api-burst (KUBE_API_BURST), Client.Burst: it must be at least 1, not 0.", "--kube-api-burst=0")]
    [InlineData("WATCH_NAMESPACE: 'a;b' is no name of a namespace.", "--WATCH_NAMESPACE=a;b")]
    public void A_bad_value_is_refused_by_its_flag(string message, params string[] arguments) =>
        Assert.StartsWith(message, Assert.Throws<ManagerException>(() => Read(arguments)).Message, StringComparison.Ordinal);

    [Fact]
    public void Times_of_an_election_must_leave_room_for_each_other() =>
        Assert.Throws<ManagerException>(() => Read([], configure: options => options.LeaderElection.RenewDeadline = TimeSpan.FromSeconds(15)));

    [Fact]
    public async Task The_client_is_made_as_its_options_and_flags_say_and_still_counts_and_warns()
    {
        var answers = 0;
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddCommandLine(["--kube-api-qps=5", "--kube-api-burst=7"]);
        builder.Services.AddKubeBuilder(options =>
        {
            options.Configuration = new KubernetesClientConfiguration { Host = "http://127.0.0.1:1" };
            options.Client = options.Client with { Impersonate = new Impersonation("me"), Burst = 9, MaxRetries = 0, Answered = (_, _) => answers++ };
        });
        using var host = builder.Build();
        var rest = host.Services.GetRequiredService<RestClient>();
        Assert.Equal((5, 9, "me"), (rest.Options.QueriesPerSecond, rest.Options.Burst, rest.Options.Impersonate!.User));
        Assert.Same(host.Services.GetRequiredService<ManagerOptions>().Json, rest.Options.Json);
        Assert.NotNull(rest.Options.Warned);
        var counted = 0L;
        using var meters = new MeterListener { InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        meters.SetMeasurementEventCallback<long>((instrument, value, _, _) => counted += instrument.Name == "rest_client_requests_total" ? value : 0);
        meters.Start();
        await Assert.ThrowsAsync<HttpRequestException>(() => rest.SendAsync(new RestRequest(HttpMethod.Get, "/version"), TestContext.Current.CancellationToken));
        Assert.Equal(1, answers);
        Assert.True(counted > 0);
    }

    private static ManagerOptions Read(string[] arguments, Dictionary<string, string?>? environment = null, Action<ManagerOptions>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(environment ?? []);
        builder.Configuration.AddCommandLine(arguments);
        builder.Services.AddKubeBuilder(configure);
        return builder.Services.BuildServiceProvider().GetRequiredService<ManagerOptions>();
    }
}
