using KubeBuilderNet.Generators.Infrastructure;
using KubeBuilderNet.Generators.Model;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace KubeBuilderNet.Generators.Emit;

/// <summary>Writes <c>AddGeneratedControllers()</c>, which registers each reconciler of the project.</summary>
internal static class ControllerWriter
{
    public static SourceText Write(IEnumerable<ControllerRegistration> controllers, IEnumerable<OtherNeeds> others)
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
            Write(writer, controller);
        foreach (var other in others)
            writer.WriteLine($"builder.Needs({Literal(other.Who)},\n{Rules(other.Needs, "")});");
        return writer.WriteLine("return builder;").CloseBlock().CloseBlock().CloseBlock().ToSourceText();
    }

    private static void Write(SourceWriter writer, ControllerRegistration controller)
    {
        var calls = Calls(controller).ToList();
        var add = $"builder.AddController<{controller.Resource}, {controller.Reconciler}>(";
        if (calls.Count == 0)
            writer.WriteLine(add + ");");
        else
            writer.WriteLine($"{add}static controller => controller\n    {string.Join("\n    ", calls)});");
    }

    private static IEnumerable<string> Calls(ControllerRegistration controller)
    {
        if (controller.Predicate is { } predicate)
            yield return $".For<{controller.Resource}>({predicate})";
        foreach (var watch in controller.Watches)
            yield return Call(watch, controller.Reconciler);
        if (controller.Settings.Count > 0)
            yield return $".WithOptions(static options => {{ {string.Concat(controller.Settings.Select(setting => $"options.{setting}; "))}}})";
        if (controller.Needs.Count > 0)
            yield return $".Needs(\n{Rules(controller.Needs, "    ")})";
    }

    private static string Call(ControllerWatch watch, string reconciler)
    {
        var predicate = watch.Predicate is null ? "" : $", {watch.Predicate}";
        var cluster = watch.Cluster is null ? "" : $", cluster: {Literal(watch.Cluster)}";
        return watch.Map switch
        {
            null => $".Owns<{watch.Resource}>({watch.Predicate})",
            { IsStatic: true } map => $".Watches<{watch.Resource}>(static changed => {reconciler}.{map.Method}(changed){predicate}{cluster})",
            { } map => $".Watches<{watch.Resource}, {reconciler}>(static (changed, reconciler) => reconciler.{map.Method}(changed){predicate}{cluster})",
        };
    }

    // In brackets: the type of a new() that is alone would be the array.
    private static string Rules(IEnumerable<NeededRule> needs, string indent) =>
        $"{indent}[\n{string.Concat(needs.Select(need => $"{indent}    {Need(need)},\n"))}{indent}]";

    private static string Need(NeededRule need)
    {
        var extra = string.Join(", ", Extras(need));
        return $"new({List(need.Rule.Groups)}, {List(need.Rule.Resources)}, {List(need.Rule.Verbs)})" + (extra.Length == 0 ? "" : $" {{ {extra} }}");
    }

    private static IEnumerable<string> Extras(NeededRule need)
    {
        if (need.Rule.ResourceNames.Count > 0)
            yield return $"ResourceNames = {List(need.Rule.ResourceNames)}";
        if (need.Rule.Urls.Count > 0)
            yield return $"Urls = {List(need.Rule.Urls)}";
        if (need.Namespaces.Count > 0)
            yield return $"Namespaces = {List(need.Namespaces)}";
        if (need.IsClusterScoped)
            yield return "IsClusterScoped = true";
    }

    private static string List(IEnumerable<string> items) => Literal(string.Join(",", items));

    internal static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
