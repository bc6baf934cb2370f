namespace KubeBuilderNet.Annotations;

/// <summary>What the schema says of <c>apiVersion</c>, <c>kind</c> and <c>metadata</c>. Imported definitions need it; others hardly ever.</summary>
/// <remarks>Without it the first two have Kubernetes' own descriptions and <c>metadata</c> is an object.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TypeMetaAttribute : Attribute
{
    /// <summary>The description of <c>apiVersion</c>; an empty text for none.</summary>
    public string? ApiVersion { get; set; }

    /// <summary>The description of <c>kind</c>; an empty text for none.</summary>
    public string? Kind { get; set; }

    /// <summary>Those of the three that the schema leaves out.</summary>
    public string[] Omit { get; set; } = [];

    /// <summary>Those of the three that the schema requires, which API servers do anyway.</summary>
    public string[] Required { get; set; } = [];
}
