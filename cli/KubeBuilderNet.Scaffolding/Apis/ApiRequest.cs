using KubeBuilderNet.Scaffolding.Naming;
using KubeBuilderNet.Scaffolding.Projects;
using KubeBuilderNet.Scaffolding.Resources;

namespace KubeBuilderNet.Scaffolding.Apis;

/// <summary>What <c>kbnet create api</c> is to do: the kind found in the project, among Kubernetes' own, or new.</summary>
/// <param name="Before">The kind's entry in PROJECT; null for a new one.</param>
/// <param name="After">The entry as it will be.</param>
/// <param name="Controller">The controller to write; null for none.</param>
internal sealed record ApiRequest(ProjectResource? Before, ProjectResource After, string? Controller)
{
    public Resource Resource => After.Resource;

    /// <summary>Understands the options.</summary>
    /// <exception cref="ScaffoldException">Names the flag that is wrong, or contradicts another.</exception>
    public static ApiRequest Of(Project project, CreateApiOptions options)
    {
        CheckFlags(options);
        var entry = options.HasResource ? Own(project, options) : External(options) ?? Known(project, options);
        ResourceChecks.Check(entry.Resource, isOwn: entry is { IsCore: false, IsExternal: false });
        var before = project.Find(entry.Resource);
        if (options is { HasResource: true, Force: false } && before is { HasApi: true })
            throw new ScaffoldException($"API resource already exists: {entry.Resource}. Pass --force to write its files again");
        var controller = options.HasController ? ControllerOf(before, entry.Resource, options) : null;
        var controllers = (before?.Controllers ?? []).Append(controller).OfType<string>().Distinct().ToList();
        return new ApiRequest(before, entry with
        {
            HasApi = options.HasResource || before is { HasApi: true },
            HasWebhooks = before is { HasWebhooks: true },
            Controllers = controllers,
        }, controller);
    }

    private static void CheckFlags(CreateApiOptions options)
    {
        if (!options.HasResource && !options.HasController)
            throw new ScaffoldException("--resource=false and --controller=false together ask for nothing: leave one of them out");
        var external = (options.ExternalApiPath ?? options.ExternalApiDomain ?? options.ExternalApiModule) is not null;
        if (external && options.HasResource)
        {
            throw new ScaffoldException("--external-api-path, --external-api-domain and --external-api-module are for kinds of other operators, "
                + "which the project doesn't define: pass --resource=false with them");
        }
        if (options is { ExternalApiModule: not null, ExternalApiPath: null })
            throw new ScaffoldException("--external-api-module requires --external-api-path: the namespace of the kind's class in that package");
        if (external && options.ExternalApiPath is null)
            throw new ScaffoldException("--external-api-domain requires --external-api-path: the namespace of the kind's class");
        if (options is { ControllerName: not null, HasController: false })
            throw new ScaffoldException("--controller-name and --controller=false contradict each other: leave one of them out");
        if (options.ControllerName is { } name && DnsName.CheckLabel1035(name) is { } problem)
            throw new ScaffoldException($"--controller-name '{name}' {problem}");
    }

    // Versions of one kind are one CRD: they share the plural and the scope.
    private static ProjectResource Own(Project project, CreateApiOptions options)
    {
        var resource = KindOf(options, project.Domain);
        var sibling = project.Resources.FirstOrDefault(other => other.Resource.HasSameKind(resource))?.Resource;
        resource = resource with
        {
            Plural = options.Plural ?? sibling?.Plural ?? (options.Kind.Length > 0 ? Resource.DefaultPlural(options.Kind) : ""),
            Namespaced = options.Namespaced ?? sibling?.Namespaced ?? true,
        };
        return new ProjectResource { Resource = resource, Path = project.Find(resource)?.Path ?? new KindNames(project, resource).ApiNamespace };
    }

    private static ProjectResource? External(CreateApiOptions options)
    {
        if (options.ExternalApiPath is not { } path)
            return null;
        if (path.Contains('@', StringComparison.Ordinal))
            throw new ScaffoldException($"--external-api-path '{path}': a version belongs to --external-api-module");
        if (!Array.TrueForAll(path.Split('.'), CSharpName.IsIdentifier))
            throw new ScaffoldException($"--external-api-path '{path}' is no C# namespace: pass that of the kind's class, such as CertManager.V1");
        var resource = KindOf(options, options.ExternalApiDomain ?? "");
        return new ProjectResource
        {
            Resource = resource with { Plural = options.Plural ?? (options.Kind.Length > 0 ? Resource.DefaultPlural(options.Kind) : "") },
            Path = path,
            IsExternal = true,
            Module = options.ExternalApiModule,
        };
    }

    // The project's own kind, one that it reconciles already, or one of Kubernetes'.
    private static ProjectResource Known(Project project, CreateApiOptions options)
    {
        var own = KindOf(options, project.Domain);
        var known = project.Find(own) is { HasApi: true } entry ? entry : project.Resources.FirstOrDefault(other =>
            other.Resource.Group == options.Group && other.Resource.Version == options.Version && other.Resource.Kind == options.Kind);
        if (known is not null)
            return known;
        if (KubernetesKind.Find(options.Group, options.Version, options.Kind, out var isGroup) is { } core)
            return new ProjectResource { Resource = core.ToResource(), Path = KubernetesKind.Namespace, IsCore = true };
        throw new ScaffoldException(isGroup
            ? $"--resource=false, but the project has no class for {own}, and Kubernetes' group '{options.Group}' has no kind {options.Kind} in {options.Version} that could be watched"
            : $"--resource=false, but the project has no class for {own}: leave it out, create the resource first, or pass --external-api-path for another operator's kind");
    }

    private static Resource KindOf(CreateApiOptions options, string domain) => new()
    {
        Group = options.Group,
        Domain = domain,
        Version = options.Version,
        Kind = options.Kind,
        Plural = "",
        ShortNames = options.ShortNames,
    };

    private static string ControllerOf(ProjectResource? before, Resource resource, CreateApiOptions options)
    {
        var there = before?.Controllers ?? [];
        if (options.ControllerName is { } name)
        {
            return options.Force || !there.Contains(name) ? name
                : throw new ScaffoldException($"controller with name '{name}' already exists for {resource}: choose another --controller-name, or pass --force to write it again");
        }
        if (there.Count > 0 && !options.Force)
        {
            throw new ScaffoldException(
                $"{resource} already has a controller: pass --controller-name to add another, --controller=false to leave it, or --force to write it again");
        }
        return there is [var first, ..] ? first : ProjectResource.DefaultController(resource.Kind);
    }
}
