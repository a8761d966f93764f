namespace Demarche.Times;

/// <summary>Whether what happens at a time has happened.</summary>
internal enum Direction : byte { Unknown, Past, Present, Future }
