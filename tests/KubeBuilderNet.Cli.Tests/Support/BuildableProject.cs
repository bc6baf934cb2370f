namespace KubeBuilderNet.Cli.Tests.Support;

/// <summary>A project that builds against this checkout, without packages.</summary>
internal static class BuildableProject
{
    public const string Widget = """
        namespace Shop;

        /// <summary>A widget.</summary>
        [CustomResource("example.com", "v1")]
        public sealed partial class Widget : CustomResource<WidgetSpec>;

        public sealed partial class WidgetSpec
        {
            /// <summary>How large.</summary>
            public int Size { get; set; }
        }
        """;

    public static Shell Create()
    {
        var shell = new Shell();
        var output = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        var configuration = Path.GetFileName(Path.GetDirectoryName(output))!;
        var generator = Checkout.PathOf("generators", "KubeBuilderNet.Generators", "bin", configuration, "netstandard2.0", "KubeBuilderNet.Generators.dll");
        var build = Checkout.PathOf("generators", "KubeBuilderNet.Build", "build");
        shell.Write("shop.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
            </Project>
            """);
        shell.Write("Directory.Build.props", $"""
            <Project>
              <Import Project="{build}/KubeBuilderNet.props" />
              <ItemGroup>
                <Reference Include="{output}/KubernetesClient.dll;{output}/KubeBuilderNet.Abstractions.dll" />
                <Analyzer Include="{generator}" />
              </ItemGroup>
            </Project>
            """);
        shell.Write("Directory.Build.targets", $"""<Project><Import Project="{build}/KubeBuilderNet.targets" /></Project>""");
        shell.Write("Widget.cs", Widget);
        return shell;
    }
}
