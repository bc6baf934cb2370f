using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

// On a busy machine the project that BenchmarkDotNet generates takes longer to build than its two minutes; `--inProcess` does without.
var config = ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(10));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
