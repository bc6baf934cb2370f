namespace KubeBuilderNet.Metrics;

/// <summary>What the API server says of a token.</summary>
internal enum TokenVerdict
{
    Allowed,
    Unauthenticated,
    Forbidden,
}
