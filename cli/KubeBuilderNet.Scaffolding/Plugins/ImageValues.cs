using System.Globalization;
using System.Security;
using KubeBuilderNet.Scaffolding.Apis;
using KubeBuilderNet.Scaffolding.Importing.Writing;
using KubeBuilderNet.Scaffolding.Planning;
using KubeBuilderNet.Scaffolding.Projects;
using KubeBuilderNet.Scaffolding.Yaml;
using Scriban.Runtime;

namespace KubeBuilderNet.Scaffolding.Plugins;

/// <summary>What the plug-in deploy-image writes a kind's image into.</summary>
internal static class ImageValues
{
    /// <summary>Checks what was asked for.</summary>
    /// <exception cref="ScaffoldException">Names the flag that is wrong.</exception>
    public static DeployImage Check(DeployImageOptions asked, ApiRequest request, CreateApiOptions options)
    {
        if (!options.HasResource || !options.HasController)
            throw new ScaffoldException("the plug-in deploy-image writes a kind and its controller: leave --resource=false and --controller=false out");
        if (options.ControllerName is not null)
            throw new ScaffoldException("the plug-in deploy-image names the controller after the kind: leave --controller-name out");
        if (!request.Resource.Namespaced)
            throw new ScaffoldException("the plug-in deploy-image needs a kind with namespaces, which its Deployments live in: leave --namespaced=false out");
        return new DeployImage(request.Resource, asked.CheckedImage(), asked.Command, asked.CheckedPort(), asked.CheckedUser());
    }

    /// <summary>What the templates name.</summary>
    public static ScriptObject Of(DeployImage image)
    {
        var words = image.Command.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new ScriptObject
        {
            ["plain"] = SecurityElement.Escape(image.Image),
            ["reference"] = CSharpLiteral.Of(image.Image),
            ["yaml"] = YamlText.Of(image.Image),
            ["variable"] = Variable(image.Resource.Kind),
            ["command"] = words.Length == 0 ? "" : $"[{string.Join(", ", words.Select(CSharpLiteral.Of))}]",
            ["port"] = image.Port?.ToString(CultureInfo.InvariantCulture) ?? "",
            ["user"] = image.RunAsUser?.ToString(CultureInfo.InvariantCulture) ?? "",
        };
    }

    /// <summary>The manager gets the image from its environment.</summary>
    public static void AddPatch(PlanBuilder plan, ProjectResource entry) => Kustomization.Edit(plan, Kustomization.Manager, null, file =>
    {
        if (file.FindItem("patches", "path", PatchFile(entry)) is null)
            file.AppendBlock("patches", [$"path: {PatchFile(entry)}"]);
    });

    /// <summary>The manager gets the image no longer.</summary>
    public static void RemovePatch(PlanBuilder plan, ProjectResource entry) => Kustomization.Edit(plan, Kustomization.Manager, null, file =>
    {
        if (file.FindItem("patches", "path", PatchFile(entry)) is { } patch)
            file.RemoveItem("patches", patch);
    });

    private static string PatchFile(ProjectResource entry) => $"{ProjectResource.DefaultController(entry.Resource.Kind)}_image_patch.yaml";

    private static string Variable(string kind) => kind.ToUpperInvariant() + "_IMAGE";
}
