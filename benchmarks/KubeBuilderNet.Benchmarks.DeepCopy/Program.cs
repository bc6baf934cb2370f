BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(KubeBuilderNet.Benchmarks.DeepCopy.CopyBenchmarks).Assembly).Run(args);
