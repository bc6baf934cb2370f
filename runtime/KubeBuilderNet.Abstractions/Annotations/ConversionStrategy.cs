namespace KubeBuilderNet.Annotations;

/// <summary>How API servers convert objects between versions.</summary>
public enum ConversionStrategy
{
    /// <summary>Only <c>apiVersion</c> is changed; what the other version doesn't know is pruned.</summary>
    None = 0,

    /// <summary>A webhook converts.</summary>
    Webhook = 1,
}
