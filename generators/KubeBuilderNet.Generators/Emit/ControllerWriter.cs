using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis.Text;

namespace KubeBuilderNet.Generators.Emit;

/// <summary>Writes <c>AddGeneratedControllers()</c>, which registers each reconciler of the project.</summary>
internal static class ControllerWriter
{
    public static SourceText Write(IEnumerable<ControllerRegistration> controllers)
    {
        var writer = new SourceWriter().WriteHeader();
        writer.OpenBlock("namespace KubeBuilderNet.Hosting");
        writer.WriteLine("/// <summary>The controllers of this project.</summary>");
        writer.WriteLine("[global::Microsoft.CodeAnalysis.Embedded]");
        writer.OpenBlock("internal static class GeneratedControllers");
        writer.WriteLine("/// <summary>Adds a controller for each reconciler of this project.</summary>");
        writer.OpenBlock("internal static global::KubeBuilderNet.Hosting.IKubeBuilder AddGeneratedControllers("
            + "this global::KubeBuilderNet.Hosting.IKubeBuilder builder)");
        foreach (var controller in controllers)
            writer.WriteLine($"builder.AddController<{controller.Resource}, {controller.Reconciler}>({Options(controller)});");
        return writer.WriteLine("return builder;").CloseBlock().CloseBlock().CloseBlock().ToSourceText();
    }

    private static string Options(ControllerRegistration controller) => controller.Owned.Count == 0
        ? ""
        : "static controller => controller" + string.Concat(controller.Owned.Select(owned => $".Owns<{owned}>()"));
}
