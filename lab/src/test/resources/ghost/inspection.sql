create schema "In spection";
create extension pageinspect schema "In spection";
