using k8s.Models;
using KubeBuilderNet.FencedOperator;
using KubeBuilderNet.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

var builder = Host.CreateEmptyApplicationBuilder(null);
builder.Configuration.AddEnvironmentVariables().AddCommandLine(args);
builder.Logging.AddSimpleConsole(static options => options.SingleLine = true);
var replica = new Replica(builder.Configuration["replica"] ?? throw new ArgumentException("--replica: what the replica is called"));
builder.Services.AddSingleton(replica);
builder.Services.AddKubeBuilder(options =>
{
    options.Namespaces.Add(options.LeaderElection.Namespace!);
    (options.LeaderElection.LeaseDuration, options.LeaderElection.RenewDeadline, options.LeaderElection.RetryPeriod) =
        (Replica.LeaseDuration, Replica.RenewDeadline, Replica.RetryPeriod);
}).AddController<V1ConfigMap, FencedReconciler>();

// Who started it holds its input, and it doesn't outlive that.
var parent = Task.Run(static () =>
{
    while (Console.In.ReadLine() is not null)
    {
        // Nothing is said to it.
    }
    Environment.Exit(2);
});

await builder.Build().RunAsync();
