namespace Demarche.Times;

/// <summary>What a matched pattern's words stand for; 0 or NaN where the pattern has no such word.</summary>
internal struct TimeMatch
{
    public int First;
    public int Last;
    public TimePattern Pattern;
    public int Month;
    public int Day;
    public int Day2;
    public int Year;
    public int Year2;
    public int Weekday;
    public int Unit;
    public int Season;
    public int Nth;
    public int Decade;
    public int Mod;
    /// <summary>The hour at which a part of the day begins; -1 without one.</summary>
    public int Part;
    /// <summary>Minutes since midnight; -1 without a clock time.</summary>
    public int Minutes;
    /// <summary>Hours to add: 0 for a.m., 12 for p.m., -1 without either.</summary>
    public int Noon;
    /// <summary>Minutes east of Greenwich; <see cref="int.MinValue"/> without a zone.</summary>
    public int Zone;
    public double Number;
    public double Number2;
    public bool IsVague;
}
