namespace KubeBuilderNet.Managing;

/// <summary>Something that runs until it is cancelled, and how messages call it.</summary>
internal sealed record NamedRun(string Name, Func<CancellationToken, Task> RunAsync);

/// <summary>Something that will run when the manager has come to a stage.</summary>
internal sealed record RunnableRegistration(RunnableStage Stage, Func<IServiceProvider, NamedRun> Make);
