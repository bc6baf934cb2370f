namespace KubeBuilderNet.Client.Applying;

/// <summary>The fields of an object, or of a part of one, that a manager wants: those that were set, and no others.</summary>
/// <remarks>
/// Follows client-go's <c>applyconfigurations</c>. The generator writes a class for each kind with
/// <see cref="Annotations.GenerateApplyConfigurationAttribute"/> and for each class that its spec and status are made of. A property that is null
/// isn't sent, so that what another manager set there stays; an empty list or object is sent, and says that it is to be empty.
/// </remarks>
public abstract class ApplyConfiguration
{
    /// <summary>Adds each field that is set. Written by the generator.</summary>
    protected internal abstract void WriteFields(ApplyFields fields);

    /// <summary>Sets each field that is there. Written by the generator.</summary>
    protected internal abstract void ReadFields(ApplyFields fields);
}
