using KubeBuilderNet.Benchmarks.Load;
using KubeBuilderNet.Client.Json;
using KubeBuilderNet.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

// The operator that a load driver measures: one kind, a ConfigMap for each object, 16 at once. BENCH_NOOP=1: it only counts.
var builder = Host.CreateApplicationBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var operators = builder.Services.AddKubeBuilder(static options => options.Json = ObjectJson.CreateOptions([BenchJson.Default]));
if (Environment.GetEnvironmentVariable("BENCH_NOOP") == "1")
{
    builder.Services.AddSingleton<CountingReconciler.Counter>();
    builder.Services.AddHostedService(static services => services.GetRequiredService<CountingReconciler.Counter>());
    operators.AddController<Bench, CountingReconciler>(Configure);
}
else
{
    operators.AddController<Bench, BenchReconciler>(controller => Configure(controller.Owns<k8s.Models.V1ConfigMap>()));
}
await builder.Build().RunAsync();

static void Configure(KubeBuilderNet.Controllers.ControllerBuilder controller) => controller.WithOptions(static options => options.MaxConcurrentReconciles = 16);
