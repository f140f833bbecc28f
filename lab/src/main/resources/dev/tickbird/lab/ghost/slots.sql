-- the slots of pg_statistic, filled in the order in which ANALYZE fills them
create temporary table operators on commit drop as
with known as (
    select distinct type.oid, type.typtype, type.typcategory, type.typelem
    from (select subject.type from subject
          union
          select element.typelem
          from subject
          join pg_type as element on element.oid = subject.type) as used (oid)
    join pg_type as type on type.oid = used.oid
)
select known.oid as type,
       known.typelem as element,
       known.typtype as kind,
       coalesce(equal.amopopr, hashed.amopopr, 0) as equal,
       coalesce(less.amopopr, 0) as less
from known
left join lateral ( -- as GetDefaultOpClass() chooses
    select class.opcfamily, class.opcintype
    from pg_opclass as class
    join pg_type as input on input.oid = class.opcintype
    where class.opcmethod = 403 -- B-tree
      and class.opcdefault
      and (class.opcintype = known.oid
           or class.opcintype = 2277 and known.typcategory = 'A' -- anyarray
           or class.opcintype = 3500 and known.typtype = 'e' -- anyenum
           or class.opcintype = 2249 and known.typtype = 'c' -- record
           or exists (
               select
               from pg_cast as relabel
               where relabel.castsource = known.oid
                 and relabel.casttarget = class.opcintype
                 and relabel.castmethod = 'b' -- b: the bytes are the same
                 and relabel.castcontext = 'i')) -- i: implicit
    order by class.opcintype = known.oid desc, input.typispreferred desc
    limit 1
) as sorting on true
left join pg_amop as less
       on less.amopfamily = sorting.opcfamily
      and less.amoplefttype = sorting.opcintype
      and less.amoprighttype = sorting.opcintype
      and less.amopstrategy = 1 -- <
left join pg_amop as equal
       on equal.amopfamily = sorting.opcfamily
      and equal.amoplefttype = sorting.opcintype
      and equal.amoprighttype = sorting.opcintype
      and equal.amopstrategy = 3 -- =
left join lateral (
    select member.amopopr
    from pg_opclass as class
    join pg_amop as member
      on member.amopfamily = class.opcfamily
     and member.amoplefttype = class.opcintype
     and member.amoprighttype = class.opcintype
    where class.opcmethod = 405 -- hash
      and class.opcdefault
      and class.opcintype = known.oid
    limit 1
) as hashed on true;

create temporary table slots on commit drop as
select subject.id,
       array_agg(slot.kind order by slot.place) as kinds,
       array_agg(slot.operator order by slot.place) as operators,
       array_agg(slot.sorting order by slot.place) as sortings,
       array_agg(slot.numbers order by slot.place) as numbers,
       array_agg(slot.members order by slot.place) as members,
       array_agg(slot.type order by slot.place) as types
from subject
join operators as own on own.type = subject.type
left join operators as element on element.type = own.element
left join pg_range as range on range.rngtypid = subject.type or range.rngmultitypid = subject.type
cross join lateral (
    values (1, 1, own.equal, subject.collation_oid, subject.common_frequencies, subject.common_values, subject.type),
           (2, 2, own.less, subject.collation_oid, null, subject.bounds, subject.type),
           (3, 3, own.less, subject.collation_oid, '{' || subject.correlation || '}', null, 0),
           (4, 4,
            case when subject.type = 'tsvector'::regtype then 98 else element.equal end, -- 98: = of text
            case when subject.type = 'tsvector'::regtype then 100 else subject.collation_oid end, -- 100: the default
            subject.element_frequencies,
            subject.elements,
            case when subject.type = 'tsvector'::regtype then 'text'::regtype::oid else own.element end),
           (5, 5, element.equal, subject.collation_oid, subject.element_counts, null, 0),
           (6, 7, 0, 0, null, subject.range_bounds, range.rngtypid),
           (7, 6, 672, 0, '{' || subject.range_empty || '}', subject.range_lengths, 'float8'::regtype::oid) -- 672: <
) as slot (place, kind, operator, sorting, numbers, members, type)
where slot.numbers is not null
   or slot.members is not null
group by subject.id;

create function pg_temp.write_statistics(first integer, last integer, with_slots boolean) returns void language sql as $write$
insert into pg_statistic
select subject.target,
       subject.number,
       subject.inherited,
       subject.null_fraction,
       subject.width,
       subject.distinct_values,
       coalesce(slots.kinds[1], 0), coalesce(slots.kinds[2], 0), coalesce(slots.kinds[3], 0),
       coalesce(slots.kinds[4], 0), coalesce(slots.kinds[5], 0),
       coalesce(slots.operators[1], 0), coalesce(slots.operators[2], 0), coalesce(slots.operators[3], 0),
       coalesce(slots.operators[4], 0), coalesce(slots.operators[5], 0),
       coalesce(slots.sortings[1], 0), coalesce(slots.sortings[2], 0), coalesce(slots.sortings[3], 0),
       coalesce(slots.sortings[4], 0), coalesce(slots.sortings[5], 0),
       slots.numbers[1]::real[], slots.numbers[2]::real[], slots.numbers[3]::real[],
       slots.numbers[4]::real[], slots.numbers[5]::real[],
       array_in(slots.members[1]::cstring, slots.types[1], -1), array_in(slots.members[2]::cstring, slots.types[2], -1),
       array_in(slots.members[3]::cstring, slots.types[3], -1), array_in(slots.members[4]::cstring, slots.types[4], -1),
       array_in(slots.members[5]::cstring, slots.types[5], -1)
from subject
left join slots on slots.id = subject.id and with_slots
where subject.id between first and last;
$write$;
