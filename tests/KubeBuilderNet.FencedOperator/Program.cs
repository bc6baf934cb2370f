using k8s.Models;
using KubeBuilderNet.FencedOperator;
using KubeBuilderNet.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// Who started it holds its input, and it doesn't outlive that.
var parent = Task.Run(static () =>
{
    while (Console.In.ReadLine() is not null)
    {
        // Nothing is said to it.
    }
    Environment.Exit(2);
});

// One operator for each namespace, because a process takes longer to start than an operator.
var configuration = new ConfigurationBuilder().AddCommandLine(args).Build();
var name = configuration["replica"] ?? throw new ArgumentException("--replica: what it is called");
var namespaces = configuration["namespaces"]?.Split(',') ?? throw new ArgumentException("--namespaces: those of the leases");
await Task.WhenAll(namespaces.Select(@namespace => Build(name, @namespace).RunAsync()));

static IHost Build(string name, string @namespace)
{
    var builder = Host.CreateEmptyApplicationBuilder(null);
    builder.Logging.AddSimpleConsole(static options => options.SingleLine = true);
    builder.Services.AddSingleton(new Replica(name));
    builder.Services.AddKubeBuilder(options =>
    {
        options.Namespaces.Add(@namespace);
        var election = options.LeaderElection;
        (election.Enabled, election.Id, election.Namespace) = (true, "fenced", @namespace);
        (election.LeaseDuration, election.RenewDeadline, election.RetryPeriod) = (Replica.LeaseDuration, Replica.RenewDeadline, Replica.RetryPeriod);
    }).AddController<V1ConfigMap, FencedReconciler>();
    return builder.Build();
}
