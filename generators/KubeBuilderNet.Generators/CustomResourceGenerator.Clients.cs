using KubeBuilderNet.Generators.Emit;
using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using KubeBuilderNet.Generators.Parsing.Clients;
using Microsoft.CodeAnalysis;

namespace KubeBuilderNet.Generators;

/// <content>For each group and version: a client set, and listers.</content>
public sealed partial class CustomResourceGenerator
{
    private static void RegisterClients(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<Result<CustomResourceModel>> parsed)
    {
        var kinds = parsed
            .Where(static result => result.Value?.Client is not null)
            .Select(static (result, _) => result.Value!.Client!)
            .WithTrackingName(TrackingNames.ClientKinds)
            .Collect();
        var sets = kinds
            .Combine(context.BuildOptions())
            .Select(static (pair, _) => pair.Right.WritesClients ? ClientSetGrouping.Group(pair.Left) : EquatableArray<ClientSet>.Empty)
            .Combine(context.CompilationProvider)
            .Select(static (pair, _) => ClientSetNames.Choose(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.ClientSets)
            .SelectMany(static (all, _) => all);
        context.RegisterSourceOutput(sets, static (output, set) =>
        {
            if (set is { Stem: not null, HasClient: true })
                output.AddSource($"{set.HintName}{ClientSetWriter.Client}.g.cs", ClientSetWriter.WriteClient(set));
            if (set is { Stem: not null, HasListers: true })
                output.AddSource($"{set.HintName}{ClientSetWriter.Listers}.g.cs", ClientSetWriter.WriteListers(set));
        });

        var declarations = parsed.Where(static result => result.Value is not null).Select(static (result, _) => result.Value!.Declaration).Collect();
        var nameless = sets
            .Where(static set => set.Stem is null)
            .Combine(declarations)
            .Select(static (pair, _) => ClientSetNames.Report(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.ClientSetDiagnostics);
        RegisterDiagnostics(context, nameless);
    }
}
