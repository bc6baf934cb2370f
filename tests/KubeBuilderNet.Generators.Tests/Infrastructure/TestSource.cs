namespace KubeBuilderNet.Generators.Tests.Infrastructure;

/// <summary>Sources around the few lines that a test is about.</summary>
internal static class TestSource
{
    /// <summary>A resource whose spec has these members, beside other types.</summary>
    public static string Spec(string members, string types = "") => $$"""
        namespace Tested;

        [CustomResource("test.example.com", "v1")]
        public sealed partial class Widget : CustomResource<WidgetSpec>;

        public sealed class WidgetSpec
        {
            {{members}}
        }

        {{types}}
        """;
}
