using KubeBuilderNet.Cli;

return await CommandLine.RunAsync(args, CliEnvironment.OfProcess());
