namespace Entities;

/// <summary>A component: whom its owner hunts, and what it fired at them.</summary>
internal struct Weapon
{
    public Target Target;

    /// <summary>The shot that was fired last. Nobody clears this when the shot lands.</summary>
    public ShotSlab.Handle Shot;

    /// <summary>The serial number of that shot, to check what the handle finds.</summary>
    public int ShotSerial;

    public int FramesToReload;
}
